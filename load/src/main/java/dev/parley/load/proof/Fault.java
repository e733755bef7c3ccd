package dev.parley.load.proof;

/// The ways to break the promise.
public enum Fault {
    LOST("lost"),
    DOUBLED("doubled"),
    OUT_OF_ORDER("outOfOrder"),
    HOLE("holes"),
    PHANTOM("phantoms"),
    ACK_WITHOUT_ROW("acksWithoutRow"),
    PROJECTION_DIFFERS("projectionsDiffer"),
    LEAK("leaks"),
    UNDECIDED("undecided"),
    EFFECT_NOT_ONCE("effectsNotOnce"),
    DATABASE_DIFFERS("databaseDiffers");

    private final String figure;

    Fault(String figure) {
        this.figure = figure;
    }

    /// Under which name it is counted in the figures.
    public String figure() {
        return figure;
    }
}
