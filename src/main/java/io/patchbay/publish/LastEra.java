package io.patchbay.publish;

/** The highest era on the topics. */
public final class LastEra {
    private LastEra() { }

    public static int read(String bootstrap) {
        return 0;
    }
}
