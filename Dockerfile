FROM python:3.11-slim
RUN useradd --create-home exchange
WORKDIR /srv/exchange
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN mkdir -p /srv/instance && chown exchange /srv/instance && python -m compileall -q labour_exchange search \
    && python -c "from labour_exchange.web.catalogues import compile_catalogues; compile_catalogues()"
USER exchange
ENV INSTANCE_DIR=/srv/instance PORT=8000
EXPOSE 8000
CMD ["gunicorn", "wsgi:app", "--config", "python:labour_exchange.commands.supervisor.gunicorn_settings", \
     "--bind", "0.0.0.0:8000", "--workers", "4", "--no-control-socket"]
