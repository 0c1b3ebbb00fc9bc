package io.patchbay.config;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs expensive checks on two threads. Networks take turns, so the checks of one network delay those of another by one check at a time.
 * Thread-safe.
 */
final class FairChecks implements AutoCloseable {
    static final int WAITING_OF_ONE = 1_000;
    static final int WAITING = 10_000;
    private static final int THREADS = 2;

    private final Map<String, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final ExecutorService threads = new ThreadPoolExecutor(THREADS, THREADS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
            FairChecks::thread, new ThreadPoolExecutor.DiscardPolicy());
    private int size;
    private int running;

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "login");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns false if too many wait. */
    synchronized boolean offer(String network, Runnable check) {
        Queue<Runnable> own = waiting.getOrDefault(network, new ArrayDeque<>());
        if (size >= WAITING || own.size() >= WAITING_OF_ONE || threads.isShutdown()) {
            return false;
        }
        own.add(check);
        waiting.put(network, own);
        size++;
        if (running < THREADS) {
            running++;
            threads.execute(this::run);
        }
        return true;
    }

    private void run() {
        Optional<Runnable> next = next();
        try {
            next.ifPresent(Runnable::run);
        } finally {
            next.ifPresent(done -> threads.execute(this::run));
        }
    }

    /** The network goes to the end of the line. */
    private synchronized Optional<Runnable> next() {
        Iterator<Map.Entry<String, Queue<Runnable>>> line = waiting.entrySet().iterator();
        if (!line.hasNext() || threads.isShutdown()) {
            running--;
            return Optional.empty();
        }
        Map.Entry<String, Queue<Runnable>> first = line.next();
        String network = first.getKey();
        Queue<Runnable> own = first.getValue();
        line.remove();
        size--;
        Runnable check = own.remove();
        if (!own.isEmpty()) {
            waiting.put(network, own);
        }
        return Optional.of(check);
    }

    /** What waits is never run. */
    @Override
    public synchronized void close() {
        threads.shutdownNow();
    }
}
