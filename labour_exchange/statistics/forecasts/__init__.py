"""Forecasts of monthly series: candidates, the choice by rolling origin, intervals, and what of it is stored and read."""
