package cn.qingcheng.subsidy.review;

import cn.qingcheng.subsidy.application.Application;

/** What follows an approval in the same transaction; publicity says it, so that this feature need not know it. */
public interface ApprovalSequel {
    void approved(Application application);
}
