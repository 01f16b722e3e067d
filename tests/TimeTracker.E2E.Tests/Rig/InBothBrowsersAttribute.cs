using System.Reflection;
using TimeTracker.BrowserKit;
using Xunit.Sdk;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>A theory's claim holds in Chromium and in Firefox.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class InBothBrowsersAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) =>
        Enum.GetValues<BrowserKind>().Select(kind => new object[] { kind });
}
