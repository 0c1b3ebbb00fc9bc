package io.patchbay.platform;

import io.patchbay.model.Address;
import io.patchbay.model.CallId;
import io.patchbay.wire.HttpAsk;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which request a method and a path are: a new one is a method of {@link Cases} and a line here. */
final class PlatformPaths {

    interface Cases<R> {
        R makeCall();

        R findCalls();

        R showCall(CallId call);

        R act(CallId call, Address party);
    }

    private PlatformPaths() { }

    static <R> R match(HttpAsk ask, Cases<R> cases) {
        List<String> path = ask.segments();
        if (path.size() < 2 || !path.get(1).equals("calls")) {
            throw unknown("Nothing is served under this path; calls are under /platform/calls.");
        }
        return switch (path.size()) {
            case 2 -> choose(ask, Map.of("POST", cases::makeCall, "GET", cases::findCalls));
            case 3 -> choose(ask, Map.of("GET", () -> cases.showCall(call(path))));
            case 5 -> {
                if (!path.get(3).equals("parties")) {
                    throw unknown("A call has parties and nothing else: /platform/calls/{call}/parties/{address}.");
                }
                yield choose(ask, Map.of("POST", () -> cases.act(call(path), party(path))));
            }
            default -> throw unknown("Paths here are /platform/calls, /platform/calls/{call}, /platform/calls/{call}/parties/{address}.");
        };
    }

    private interface Chosen<R> {
        R make();
    }

    private static <R> R choose(HttpAsk ask, Map<String, Chosen<R>> methods) {
        Chosen<R> chosen = methods.get(ask.method());
        if (chosen == null) {
            String allowed = String.join(", ", methods.keySet().stream().sorted().toList());
            throw new PlatformRefusal(PlatformCode.UNKNOWN_COMMAND, "This path takes " + allowed + " only.", Map.of("Allow", allowed));
        }
        return chosen.make();
    }

    private static CallId call(List<String> path) {
        return parsed(path.get(2), CallId::new, "There is no such call: the path needs the call of the answer that made it.");
    }

    private static Address party(List<String> path) {
        return parsed(path.get(4), Address::new, "There is no such party: the path needs its address, percent-encoded as in %2B15551234.");
    }

    /** What has not even the form of an id names nothing. */
    private static <T> T parsed(String text, Function<String, T> form, String otherwise) {
        try {
            return form.apply(text);
        } catch (IllegalArgumentException e) {
            throw unknown(otherwise);
        }
    }

    private static PlatformRefusal unknown(String message) {
        return new PlatformRefusal(PlatformCode.UNKNOWN_TARGET, message);
    }
}
