"""Forecasts as they were made: one for an indicator, a place and a last known month, with its twelve months. Never rewritten."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base


class Forecast(Base):
    """What was expected on a day; `region_code` is KZ for the country. The measures of its test are None where they have no meaning."""

    __tablename__ = "forecasts"

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_code: Mapped[str]
    region_code: Mapped[str]
    last_month: Mapped[date]
    made_on: Mapped[date]
    model: Mapped[str]
    mase: Mapped[float | None]
    mase_seasonal_naive: Mapped[float | None]
    coverage: Mapped[float | None]

    months: Mapped[list["ForecastMonth"]] = relationship(order_by="ForecastMonth.month", lazy="selectin")

    __table_args__ = (UniqueConstraint("indicator_code", "last_month", "region_code", name="uq_forecasts_indicator_last_month_region"),)

    @property
    def is_worse_than_naive(self) -> bool:
        return self.mase is not None and self.mase_seasonal_naive is not None and self.mase > self.mase_seasonal_naive


class ForecastMonth(Base):
    """One month ahead: the middle, and an interval that shall hold it four times in five; no ends while too few errors are known."""

    __tablename__ = "forecast_months"

    forecast_id: Mapped[int] = mapped_column(ForeignKey("forecasts.id", ondelete="CASCADE"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    middle: Mapped[float]
    low: Mapped[float | None]
    high: Mapped[float | None]
