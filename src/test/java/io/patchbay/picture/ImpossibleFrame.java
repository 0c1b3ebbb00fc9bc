package io.patchbay.picture;

/** A frame that cannot be, after all the frames before it. */
final class ImpossibleFrame extends RuntimeException {
    private static final long serialVersionUID = 1;

    ImpossibleFrame(String why) {
        super(why);
    }
}
