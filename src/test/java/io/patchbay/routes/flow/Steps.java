package io.patchbay.routes.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.Exchange;

/** The steps that ran, in their order, and what a test lets some of them do. */
final class Steps {
    private final List<String> run = new CopyOnWriteArrayList<>();
    private final Map<String, Consumer<Exchange>> doing = new HashMap<>();

    void at(String step, Exchange exchange) {
        run.add(step);
        doing.getOrDefault(step, any -> { }).accept(exchange);
    }

    /** @param action may throw, as a step that fails */
    void let(String step, Consumer<Exchange> action) {
        doing.put(step, action);
    }

    void fail(String step) {
        let(step, exchange -> {
            throw new IllegalStateException("secret detail of " + step);
        });
    }

    List<String> run() {
        return List.copyOf(run);
    }
}
