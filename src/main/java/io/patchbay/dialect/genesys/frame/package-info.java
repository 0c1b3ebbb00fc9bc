/**
 * Resources and notifications (genesys.md 2, 3 and 7, CHOREOGRAPHY C). The replicas come in, for a notification those before and after an
 * event. JSON goes out. Pure. Does not depend on connections and must not import {@code request}.
 */
package io.patchbay.dialect.genesys.frame;
