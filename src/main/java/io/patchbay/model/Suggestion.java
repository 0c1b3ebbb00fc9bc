package io.patchbay.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * "Did you mean" for a misspelt name. A suggestion repeats a known name, never the text that was sent. Texts longer than
 * {@value #LONGEST} characters get none, so the work is bounded.
 */
public final class Suggestion {
    private static final int LONGEST = 80;

    private Suggestion() { }

    /** " (did you mean x?)", or nothing if no known name is near. */
    public static String text(String word, Collection<String> known) {
        return nearest(word, known, changes(word)).map(Suggestion::hint).orElse("");
    }

    /** For a name that is missing: " (did you mean name?)" if one of the names sent instead is near, otherwise nothing. */
    public static String missing(String name, Collection<String> sent) {
        return sent.stream().anyMatch(word -> !word.equals(name) && isNear(name, word, changes(name))) ? hint(name) : "";
    }

    /** The known name with the fewest changed letters, if these are at most {@code changes}. */
    public static Optional<String> nearest(String word, Collection<String> known, int changes) {
        return known.stream().filter(candidate -> isNear(word, candidate, changes))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static boolean isNear(String word, String candidate, int changes) {
        return word.length() <= LONGEST && candidate.length() <= LONGEST && Math.abs(word.length() - candidate.length()) <= changes
                && distance(word, candidate) <= changes;
    }

    private static int changes(String word) {
        return Math.max(2, word.length() / 3);
    }

    private static String hint(String name) {
        return " (did you mean " + name + "?)";
    }

    /** Optimal string alignment: letters inserted, left out, replaced, or two neighbours swapped. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
