// SPDX-License-Identifier: GPL-3.0-or-later
//
// Only in builds with the thread sanitizer. Qt itself is not instrumented, and its mutexes are futexes that the sanitizer
// cannot see: every value that crosses threads through an event or a future would count as a race. So the doors through
// which they cross stand here under Qt's own names, tell the sanitizer of the crossing, and go on to Qt. What crosses in
// any other way is still a race, and is reported.

#include <QFutureWatcher>
#include <QObject>

#include <dlfcn.h>

extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);

namespace {

char crossing; // one for all: what goes over later knows what went over before

/// A queued call that tells when it begins and ends; whichever thread lets go of it last destroys it.
class SeenCall : public QtPrivate::QSlotObjectBase
{
public:
    explicit SeenCall(QSlotObjectBase *call)
        : QSlotObjectBase(&SeenCall::run)
        , m_call(call)
    { }

private:
    static void run(int which, QSlotObjectBase *self, QObject *receiver, void **arguments, bool *)
    {
        auto *seen = static_cast<SeenCall *>(self);
        __tsan_acquire(&crossing);
        if (which == Call) {
            seen->m_call->call(receiver, arguments);
            __tsan_release(&crossing);
        } else if (which == Destroy) {
            seen->m_call->destroyIfLastRef();
            delete seen;
        }
    }
    QSlotObjectBase *m_call;
};

template <typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *ret)
{
    using Real = bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *);
    static const auto real = next<Real>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *seen = new SeenCall(slot);
    __tsan_release(&crossing);
    return real(object, seen, type, ret);
}

void QMetaObject::activate(QObject *sender, const QMetaObject *meta, int signal, void **arguments)
{
    using Real = void (*)(QObject *, const QMetaObject *, int, void **);
    static const auto real = next<Real>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    __tsan_release(&crossing);
    real(sender, meta, signal, arguments);
    __tsan_release(&crossing); // the arguments were copied in there
}

bool QObject::event(QEvent *event)
{
    using Real = bool (*)(QObject *, QEvent *);
    static const auto real = next<Real>("_ZN7QObject5eventEP6QEvent");
    __tsan_acquire(&crossing);
    return real(this, event);
}

bool QFutureWatcherBase::event(QEvent *event)
{
    using Real = bool (*)(QFutureWatcherBase *, QEvent *);
    static const auto real = next<Real>("_ZN18QFutureWatcherBase5eventEP6QEvent");
    __tsan_acquire(&crossing);
    return real(this, event);
}

void QFutureInterfaceBase::reportFinished()
{
    using Real = void (*)(QFutureInterfaceBase *);
    static const auto real = next<Real>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(&crossing);
    real(this);
}

void QFutureInterfaceBase::reportResultsReady(int begin, int end)
{
    using Real = void (*)(QFutureInterfaceBase *, int, int);
    static const auto real = next<Real>("_ZN20QFutureInterfaceBase18reportResultsReadyEii");
    __tsan_release(&crossing);
    real(this, begin, end);
}

void QFutureInterfaceBase::waitForFinished()
{
    using Real = void (*)(QFutureInterfaceBase *);
    static const auto real = next<Real>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    real(this);
    __tsan_acquire(&crossing);
}

void QFutureInterfaceBase::waitForResult(int index)
{
    using Real = void (*)(QFutureInterfaceBase *, int);
    static const auto real = next<Real>("_ZN20QFutureInterfaceBase13waitForResultEi");
    real(this, index);
    __tsan_acquire(&crossing);
}

bool QFutureInterfaceBase::derefT() const
{
    using Real = bool (*)(const QFutureInterfaceBase *);
    static const auto real = next<Real>("_ZNK20QFutureInterfaceBase6derefTEv");
    __tsan_release(&crossing);
    const bool isStillNeeded = real(this);
    __tsan_acquire(&crossing);
    return isStillNeeded;
}

bool QFutureInterfaceBase::isFinished() const
{
    using Real = bool (*)(const QFutureInterfaceBase *);
    static const auto real = next<Real>("_ZNK20QFutureInterfaceBase10isFinishedEv");
    const bool is = real(this);
    __tsan_acquire(&crossing);
    return is;
}
