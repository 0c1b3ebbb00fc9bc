package io.patchbay.picture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The dialogs of an agent, from what its client was told (CHOREOGRAPHY E). Strict: what does not follow from what was told before is
 * {@link ImpossibleFrame}.
 */
final class DialogPicture {
    private static final Set<String> ANSWERED = Set.of("ACTIVE", "HELD", "WRAP_UP", "DROPPED");
    private static final Map<String, Set<String>> NEXT = Map.of("INITIATING", Set.of("INITIATED", "FAILED", "DROPPED"),
            "INITIATED", Set.of("INITIATED", "ACTIVE", "FAILED", "DROPPED"), "ALERTING", Set.of("ALERTING", "ACTIVE"),
            "ACTIVE", ANSWERED, "HELD", ANSWERED, DialogView.WRAP_UP, Set.of(DialogView.WRAP_UP), "DROPPED", Set.of(), "FAILED", Set.of());
    private static final Set<String> FIRST = Set.of("INITIATING", "ALERTING", "ACTIVE", "HELD");

    private final SortedMap<String, DialogView> all = new TreeMap<>();

    SortedMap<String, DialogView> all() {
        return all;
    }

    /** The calls of the agent, without what waits for its wrap-up. */
    List<String> calls() {
        return all.keySet().stream().filter(id -> !all.get(id).isIn(DialogView.WRAP_UP)).toList();
    }

    long wrapUps() {
        return all.size() - calls().size();
    }

    /** All there is. */
    void begin(Map<String, DialogView> present) {
        all.clear();
        all.putAll(present);
    }

    void take(String verb, String id, DialogView view) {
        DialogView known = all.get(id);
        switch (verb) {
            case "POST" -> {
                expect(known == null, "the dialog is there");
                expect(FIRST.contains(view.state()), "no dialog begins like this");
            }
            case "PUT" -> {
                expect(known != null, "there is no such dialog");
                expect(known == null || NEXT.get(known.state()).contains(view.state()), "this state does not follow");
            }
            case "DELETE" -> {
                expect(known != null, "there is no such dialog");
                expect(view.hasLeft(), "a dialog that is gone has a state");
            }
            default -> throw new ImpossibleFrame("there is no such verb");
        }
        if (verb.equals("DELETE")) {
            all.remove(id);
        } else {
            all.put(id, view);
        }
        expect(all.values().stream().filter(each -> each.isIn("ACTIVE")).count() < 2, "two calls are active");
    }

    private static void expect(boolean so, String otherwise) {
        if (!so) {
            throw new ImpossibleFrame(otherwise);
        }
    }
}
