package io.patchbay.dialect.genesys.words;

import io.patchbay.model.Call.Monitoring.Mode;
import java.util.Arrays;
import java.util.Optional;

/** The modes of a supervisor in a chat or short-message session (genesys.md 4.2). */
public enum SupervisorVisibility {
    MONITOR("Monitor", Mode.SILENT), COACH("Coach", Mode.WHISPER), BARGE_IN("BargeIn", Mode.BARGE);

    private final String text;
    private final Mode mode;

    SupervisorVisibility(String text, Mode mode) {
        this.text = text;
        this.mode = mode;
    }

    public static Optional<SupervisorVisibility> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    public Mode mode() {
        return mode;
    }
}
