package io.patchbay.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant by a misspelt word. */
final class Suggestion {
    private Suggestion() { }

    /** " (did you mean x?)", or nothing if no known word is near. */
    static String text(String word, Collection<String> known) {
        return nearest(word, known, Math.max(2, word.length() / 3)).map(near -> " (did you mean " + near + "?)").orElse("");
    }

    /** The known word with the fewest changed letters, if these are at most {@code changes}. */
    static Optional<String> nearest(String word, Collection<String> known, int changes) {
        return known.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= changes);
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
