package io.patchbay.wire;

/**
 * Renders errors of the port in the format of a door: a body that is too long or too slow, a wrong method, a gateway that is not ready.
 * The port finds the renderers among the beans of the route files. A path without a renderer gets one plain sentence.
 */
public interface ErrorRenderer {

    /** @param path normalised, still percent-encoded */
    boolean renders(String path);

    /**
     * @param status of the answer
     * @param sentence the reason, for people
     */
    HttpResponse refused(int status, String sentence);
}
