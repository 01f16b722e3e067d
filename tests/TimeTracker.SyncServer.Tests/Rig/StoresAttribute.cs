using System.Reflection;
using TimeTracker.TestKit;
using Xunit.Sdk;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>
/// A theory for each database that is here. A machine without PostgreSQL tests SQLite alone, and says so in
/// <see cref="SyncLogTests.PostgreSql_IsTestedToo"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class StoresAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => PostgresServer.Programs is null
        ? [[StoreKind.Sqlite]]
        : [[StoreKind.Sqlite], [StoreKind.Postgres]];
}
