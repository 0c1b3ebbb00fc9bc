package io.patchbay.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists that hold one element a key. */
final class Listed {

    private Listed() { }

    /** A copy with the element in the place of the one with its key, or at the end. */
    static <T, K> List<T> with(List<T> list, T element, Function<T, K> key) {
        List<T> next = new ArrayList<>(list);
        int at = 0;
        while (at < next.size() && !key.apply(next.get(at)).equals(key.apply(element))) {
            at++;
        }
        if (at < next.size()) {
            next.set(at, element);
        } else {
            next.add(element);
        }
        return next;
    }
}
