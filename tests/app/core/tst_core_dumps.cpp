// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/core_dumps.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace console;

class TestCoreDumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereAreNoCoreFiles()
    {
        forbidCoreFiles();
        rlimit limit {};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0)); // nothing that is started later can lift it
    }
    void nobodyMayReadTheMemory()
    {
        forbidCoreDumps();
        QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
        ::prctl(PR_SET_DUMPABLE, 1, 0, 0, 0); // for the leak detector of a sanitizer
    }
};

QTEST_APPLESS_MAIN(TestCoreDumps)
#include "tst_core_dumps.moc"
