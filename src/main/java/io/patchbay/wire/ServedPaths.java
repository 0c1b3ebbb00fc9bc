package io.patchbay.wire;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** The methods of each path of the port, for the Allow header. Thread-safe. */
final class ServedPaths {
    private final List<Served> all = new CopyOnWriteArrayList<>();

    /** @param below whether all paths below are served, too */
    record Served(String path, boolean below, Set<String> methods) {
        boolean serves(String requested) {
            return requested.equals(path) || below && requested.startsWith(path + "/");
        }
    }

    void add(Served served) {
        all.add(served);
    }

    void remove(Served served) {
        all.remove(served);
    }

    /** Empty if the path is not served. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        all.stream().filter(served -> served.serves(path)).forEach(served -> methods.addAll(served.methods()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
