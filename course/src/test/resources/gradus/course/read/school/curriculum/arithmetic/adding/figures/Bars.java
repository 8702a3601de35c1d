package gradus.figures.adding;

import gradus.proctor.figure.Figure;

public final class Bars implements Figure {}
