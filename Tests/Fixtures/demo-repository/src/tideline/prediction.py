"""Harmonic prediction: the level is a sum of cosines whose speeds are known from astronomy."""

import numpy as np

SPEEDS_DEGREES_PER_HOUR = {"M2": 28.9841042, "S2": 30.0, "N2": 28.4397295, "K1": 15.0410686, "O1": 13.9430356}


def design_matrix(hours: np.ndarray) -> np.ndarray:
    columns = [np.ones_like(hours)]
    for speed in SPEEDS_DEGREES_PER_HOUR.values():
        angle = np.deg2rad(speed) * hours
        columns += [np.cos(angle), np.sin(angle)]
    return np.stack(columns, axis=1)


def fit(hours: np.ndarray, levels: np.ndarray) -> np.ndarray:
    coefficients, *_ = np.linalg.lstsq(design_matrix(hours), levels, rcond=None)
    return coefficients


def predict(hours: np.ndarray, coefficients: np.ndarray) -> np.ndarray:
    return design_matrix(hours) @ coefficients
