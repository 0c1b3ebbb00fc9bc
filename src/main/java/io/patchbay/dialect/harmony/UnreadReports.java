package io.patchbay.dialect.harmony;

import io.patchbay.dialect.StrictJson;
import io.patchbay.dialect.harmony.request.HarmonyCommands;
import io.patchbay.door.Rejections;
import io.patchbay.model.AgentId;
import io.patchbay.model.Rejected;
import java.util.Optional;

/** Tells of messages that are no request of Harmony; of what is in them only the name of the request, where it is a documented one. */
record UnreadReports(Rejections rejections, StrictJson json) {
    private static final String DOOR = "harmony";

    /**
     * @param why    the sentence the client is answered
     * @param user   whose password was right
     * @param client the id of the connection
     */
    void add(String text, String why, Optional<AgentId> user, Optional<String> client) {
        Optional<String> command = json.member(text, "command").map(StrictJson::trimmed)
                .filter(name -> HarmonyCommands.find(name).isPresent());
        rejections.add(Rejected.of(DOOR, why, text.length()).asking(command).by(user).from(client));
    }
}
