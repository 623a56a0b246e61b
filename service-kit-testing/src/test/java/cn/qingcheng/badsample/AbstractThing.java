package cn.qingcheng.badsample;

/** Something to inherit from. */
public abstract class AbstractThing {
    public abstract int size();
}
