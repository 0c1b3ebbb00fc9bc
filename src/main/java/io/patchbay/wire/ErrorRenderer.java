package io.patchbay.wire;

/**
 * How a door says what the port refuses before the door sees the request: a body too long or too slow, a path that takes no such method,
 * a gateway that is not ready. Found among the beans of the route files; a path that nobody speaks for gets one plain sentence.
 */
public interface ErrorRenderer {

    /** @param path normalised, still percent-encoded */
    boolean renders(String path);

    /**
     * @param status   of the answer
     * @param sentence why, for people
     */
    HttpResponse refused(int status, String sentence);
}
