package io.patchbay.picture;

/** A frame that cannot be, after all the frames before it. */
final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String why) {
        super(why);
    }
}
