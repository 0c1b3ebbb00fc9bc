package io.patchbay.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Ports for listeners that are opened some time after they were chosen. Below the range that connections take theirs from, or one of
 * the many connections that a start makes could take it meanwhile. Each is given once: two chosen before either is opened could be one.
 * Each JVM of tests has its own part of the range.
 */
public final class Ports {
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int PARTS = 8;
    private static final int PART = (HIGHEST - LOWEST) / PARTS;
    private static final int FIRST = LOWEST + Integer.getInteger("fork", 0) % PARTS * PART;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() { }

    public static int free() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, FIRST + PART)).filter(Ports::isFree).filter(GIVEN::add)
                .findFirst().orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port)) {
            return probe.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
