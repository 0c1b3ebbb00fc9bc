package io.patchbay.model;

import java.util.List;
import java.util.Optional;

/** The lists of codes the directory offers, each in the order of the file. */
public record CodeLists(List<CodeEntry> notReadyReasons, List<CodeEntry> logoutReasons, List<CodeEntry> dispositions) {
    public CodeLists {
        notReadyReasons = List.copyOf(notReadyReasons);
        logoutReasons = List.copyOf(logoutReasons);
        dispositions = List.copyOf(dispositions);
    }

    public Optional<CodeEntry> notReadyReason(String code) {
        return find(notReadyReasons, code);
    }

    public Optional<CodeEntry> logoutReason(String code) {
        return find(logoutReasons, code);
    }

    public Optional<CodeEntry> disposition(String code) {
        return find(dispositions, code);
    }

    private static Optional<CodeEntry> find(List<CodeEntry> list, String code) {
        return list.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
