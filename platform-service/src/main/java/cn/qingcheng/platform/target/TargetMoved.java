package cn.qingcheng.platform.target;

import cn.qingcheng.kit.event.DomainEvent;

/** The actual of a target has changed. */
record TargetMoved(String targetCode, String period, long actual) implements DomainEvent {

    @Override
    public String topic() {
        return "platform.target.v1";
    }

    @Override
    public String type() {
        return "platform.target.moved";
    }

    @Override
    public String key() {
        return targetCode;
    }
}
