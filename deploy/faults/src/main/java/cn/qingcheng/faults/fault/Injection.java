package cn.qingcheng.faults.fault;

/** How faults of some kinds are brought about. */
interface Injection {
    /**
     * Brings a fault about, and undoes it when its length or the run is over.
     *
     * @return what was done to whom, for the person who reads the report
     */
    String inflict(Fault fault, Ending ending) throws Exception;
}
