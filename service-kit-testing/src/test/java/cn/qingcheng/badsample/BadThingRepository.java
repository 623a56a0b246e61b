package cn.qingcheng.badsample;

import java.util.List;

public final class BadThingRepository {
    List<BadThing> all() {
        return List.of();
    }
}
