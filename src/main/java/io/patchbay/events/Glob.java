package io.patchbay.events;

/** A pattern of event types: {@code *} stands for any characters. {@code cti.call.held} means every version of that type. */
record Glob(String pattern) {
    private static final String VERSION = "\\.v\\d{1,9}$";

    boolean matches(String type) {
        return matches(pattern, type) || matches(pattern, type.replaceFirst(VERSION, ""));
    }

    /** Does not backtrack further than the last star, so no pattern is slow. */
    private static boolean matches(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resumed = 0;
        for (int i = 0; i < text.length();) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resumed = i;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resumed;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(c -> c == '*');
    }
}
