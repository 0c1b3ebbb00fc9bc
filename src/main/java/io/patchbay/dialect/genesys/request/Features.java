package io.patchbay.dialect.genesys.request;

import io.patchbay.dialect.genesys.words.Feature;
import io.patchbay.dialect.genesys.words.GenesysStatus;
import io.patchbay.model.AgentEntry;

/** What a request needs the user to have (BINDINGS, Genesys). Without it the refusal is 5. */
public final class Features {
    private Features() { }

    /** @throws OperationRefused if the directory does not give the user this feature */
    public static void check(AgentEntry user, Feature needed) {
        if (!needed.isOf(user)) {
            throw new OperationRefused(GenesysStatus.NO_PERMISSION, "This user does not have the feature " + needed.text()
                    + ". The directory gives features to users.");
        }
    }
}
