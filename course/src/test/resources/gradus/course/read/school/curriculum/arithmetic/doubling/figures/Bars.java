package gradus.figures.doubling;

import gradus.proctor.figure.Figure;

public final class Bars implements Figure {}
