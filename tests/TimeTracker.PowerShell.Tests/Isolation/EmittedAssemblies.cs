using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace TimeTracker.PowerShell.Tests.Isolation;

/// <summary>
/// Makes assemblies that no project can hold: a library and cmdlets under the product's names, which use each other in
/// the ways that break an import without the loader.
/// </summary>
internal static class EmittedAssemblies
{
    internal const string Cmdlet = "Get-TtSample";

    /// <summary>Another version of an assembly, with nothing in it.</summary>
    internal static void WriteOtherVersion(string original, string path, Version version)
    {
        var name = AssemblyName.GetAssemblyName(original);
        name.Version = version;
        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        assembly.DefineDynamicModule(name.Name!).DefineType("Other.Nothing", TypeAttributes.Public).CreateType();
        assembly.Save(path);
    }

    /// <summary>
    /// Core with an interface, a struct and a function; and cmdlets of which a public one implements that interface,
    /// holds that struct in a private field, and calls that function.
    /// </summary>
    internal static void WriteLibraryAndCmdlets(string core, string cmdlets)
    {
        WriteLibrary(core);
        var context = new AssemblyLoadContext("emitted", isCollectible: true);
        WriteCmdlets(context.LoadFromStream(new MemoryStream(File.ReadAllBytes(core))), cmdlets);
        context.Unload();
    }

    private static void WriteLibrary(string path)
    {
        var (assembly, module) = Define("TimeTracker.Core");
        module.DefineType("Sample.IThing", TypeAttributes.Public | TypeAttributes.Interface | TypeAttributes.Abstract)
            .CreateType();
        var value = module.DefineType(
            "Sample.Thing",
            TypeAttributes.Public | TypeAttributes.Sealed | TypeAttributes.SequentialLayout,
            typeof(ValueType));
        value.DefineField("Number", typeof(int), FieldAttributes.Public);
        value.CreateType();

        var functions = module.DefineType(
            "Sample.Functions", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
        var serilog = functions.DefineMethod(
            "Serilog", MethodAttributes.Public | MethodAttributes.Static, typeof(string), []).GetILGenerator();
        serilog.Emit(OpCodes.Ldstr, "Serilog");
        serilog.Emit(OpCodes.Call, typeof(Assembly).GetMethod(nameof(Assembly.Load), [typeof(string)])!);
        serilog.Emit(OpCodes.Callvirt, typeof(Assembly).GetProperty(nameof(Assembly.FullName))!.GetMethod!);
        serilog.Emit(OpCodes.Ret);
        functions.CreateType();
        assembly.Save(path);
    }

    private static void WriteCmdlets(Assembly core, string path)
    {
        var (assembly, module) = Define("TimeTracker.PowerShell");
        var cmdlet = module.DefineType(
            "Sample.GetTtSample",
            TypeAttributes.Public | TypeAttributes.Sealed,
            typeof(PSCmdlet),
            [core.GetType("Sample.IThing", throwOnError: true)!]);
        cmdlet.SetCustomAttribute(new CustomAttributeBuilder(
            typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!, Cmdlet.Split('-')));
        cmdlet.DefineField("_thing", core.GetType("Sample.Thing", throwOnError: true)!, FieldAttributes.Private);

        var process = cmdlet.DefineMethod(
            "ProcessRecord",
            MethodAttributes.Family | MethodAttributes.Virtual | MethodAttributes.HideBySig,
            typeof(void),
            Type.EmptyTypes).GetILGenerator();
        process.Emit(OpCodes.Ldarg_0);
        process.Emit(OpCodes.Call, core.GetType("Sample.Functions", throwOnError: true)!.GetMethod("Serilog")!);
        process.Emit(OpCodes.Call, typeof(PSCmdlet).GetMethod(nameof(PSCmdlet.WriteObject), [typeof(object)])!);
        process.Emit(OpCodes.Ret);
        cmdlet.CreateType();
        assembly.Save(path);
    }

    private static (PersistedAssemblyBuilder Assembly, ModuleBuilder Module) Define(string name)
    {
        var assembly = new PersistedAssemblyBuilder(
            new AssemblyName(name) { Version = new Version(0, 1, 0, 0) }, typeof(object).Assembly);
        return (assembly, assembly.DefineDynamicModule(name));
    }
}
