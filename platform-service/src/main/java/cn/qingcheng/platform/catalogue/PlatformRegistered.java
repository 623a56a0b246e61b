package cn.qingcheng.platform.catalogue;

import cn.qingcheng.kit.event.DomainEvent;
import java.util.UUID;

/** A platform has entered the catalogue. */
record PlatformRegistered(
        UUID platformId, String code, PlatformKind kind, PlatformLevel level, PlatformLayout layout, String regionCode)
        implements DomainEvent {

    @Override
    public String topic() {
        return "platform.platform.v1";
    }

    @Override
    public String type() {
        return "platform.registered";
    }

    @Override
    public String key() {
        return platformId.toString();
    }
}
