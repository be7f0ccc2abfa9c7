using System.Text.RegularExpressions;
using Mono.Cecil;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>A file that names a type of another file.</summary>
/// <param name="From">The file.</param>
/// <param name="To">The file of the type; of a namespace that is imported, its folder.</param>
/// <param name="What">What names what.</param>
internal readonly record struct Arrow(string From, string To, string What)
{
    /// <summary>The folder that names.</summary>
    public string FromFolder => FolderOf(From);

    /// <summary>The folder that is named.</summary>
    public string ToFolder => To.EndsWith('/') ? To.TrimEnd('/') : FolderOf(To);

    /// <summary>How a failing test shows it.</summary>
    public override string ToString() => $"{From}: {What}";

    private static string FolderOf(string file) => file[..file.LastIndexOf('/')];
}

/// <summary>
/// Which file of src names which: by the metadata of what was built, where inferred types and components show, and by the usings, where
/// constants do.
/// </summary>
internal static partial class SourceArrows
{
    // What the compiler makes of Program.cs and _Imports.razor is of no folder.
    private static readonly string[] OfNoFolder = ["Program", "_Imports"];

    private static readonly Lazy<IReadOnlyDictionary<string, string>> s_files = new(FindFiles);
    private static readonly Lazy<IReadOnlyList<Arrow>> s_all = new(() => [.. OfMetadata().Concat(OfUsings()).Distinct()]);

    /// <summary>All of them between two files.</summary>
    public static IReadOnlyList<Arrow> All => s_all.Value;

    /// <summary>The files of types by their full names.</summary>
    public static IReadOnlyDictionary<string, string> Files => s_files.Value;

    /// <summary>What types of a folder and of those below it name of an assembly, by full name.</summary>
    public static IEnumerable<Arrow> Foreign(string folder, string assembly) =>
        from module in Modules()
        from type in module.GetTypes()
        where Files.TryGetValue(NameOf(type), out var file) && file.StartsWith(folder + "/", StringComparison.Ordinal)
        from named in NamedBy(type)
        where named.Scope?.Name == assembly
        select new Arrow(Files[NameOf(type)], named.Namespace + "/", $"{NameOf(type)} → {named.FullName}");

    private static Dictionary<string, string> FindFiles()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in SourceTree.Files("src", ".cs", ".razor"))
        {
            var space = path[4..path.LastIndexOf('/')].Replace('/', '.');
            if (path.EndsWith(".razor", StringComparison.Ordinal))
            {
                files.TryAdd($"{space}.{Path.GetFileNameWithoutExtension(path)}", path);
                continue;
            }

            foreach (Match declared in Declaration().Matches(SourceTree.Read(path)))
            {
                // Of a partial type the first file: they lie in one folder.
                files.TryAdd($"{space}.{declared.Groups["name"].Value}", path);
            }
        }

        return files;
    }

    private static IEnumerable<Arrow> OfMetadata() =>
        from module in Modules()
        from type in module.GetTypes()
        where IsOurs(type.Namespace) && !OfNoFolder.Contains(Outer(type).Name)
        let name = NameOf(type)
        let own = Files.TryGetValue(name, out var file) ? file : throw new InvalidDataException($"No file of src declares {name}.")
        from named in NamedBy(type)
        where IsOurs(named.Namespace) && Files.TryGetValue(NameOf(named), out var to) && to != own
        select new Arrow(own, Files[NameOf(named)], $"{name} → {NameOf(named)}");

    private static IEnumerable<Arrow> OfUsings() =>
        from path in SourceTree.Files("src", ".cs", ".razor")
        where !OfNoFolder.Contains(Path.GetFileNameWithoutExtension(path))
        from Match used in Using().Matches(SourceTree.Read(path))
        let space = used.Groups["name"].Value
        where IsOurs(space)
        select new Arrow(path, $"src/{FolderOf(space)}/", $"using {space}");

    // The first two parts of a namespace are the name of its project.
    private static string FolderOf(string space) =>
        space.Split('.') is [var house, var project, .. var folders] ? string.Join('/', [$"{house}.{project}", .. folders]) : space;

    private static IEnumerable<ModuleDefinition> Modules() =>
        SourceTree.Files("src", ".csproj")
            .Select(Path.GetFileNameWithoutExtension)
            .Select(project => Path.Combine(AppContext.BaseDirectory, project == "PlanSearch.Cli" ? "plansearch.dll" : project + ".dll"))
            .Select(ModuleDefinition.ReadModule);

    private static bool IsOurs(string space) => space.StartsWith("PlanSearch.", StringComparison.Ordinal);

    private static TypeReference Outer(TypeReference type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static string NameOf(TypeReference type) => Outer(type).FullName.Split('`')[0];

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type) =>
        Direct(type).SelectMany(Parts).Select(Outer).DistinctBy(named => named.FullName);

    private static IEnumerable<TypeReference?> Direct(TypeDefinition type)
    {
        IEnumerable<TypeReference?> ofMethods = type.Methods.SelectMany(method => OfSignature(method)
            .Concat(OfAttributes(method))
            .Concat(method.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
            .Concat(method.HasBody ? OfBody(method) : []));
        return ofMethods
            .Append(type.BaseType)
            .Concat(type.Interfaces.Select(of => of.InterfaceType))
            .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType))
            .Concat(type.Fields.SelectMany(field => OfAttributes(field).Append(field.FieldType)))
            .Concat(type.Properties.SelectMany(property => OfAttributes(property).Append(property.PropertyType)))
            .Concat(OfAttributes(type));
    }

    private static IEnumerable<TypeReference?> OfBody(MethodDefinition method) =>
        method.Body.Variables.Select(variable => variable.VariableType)
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType))
            .Concat(method.Body.Instructions.SelectMany(instruction => instruction.Operand switch
            {
                TypeReference named => [named],
                MethodReference called => OfSignature(called),
                FieldReference field => [field.DeclaringType, field.FieldType],
                _ => (IEnumerable<TypeReference?>)[],
            }));

    private static IEnumerable<TypeReference?> OfSignature(MethodReference method) =>
        method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.DeclaringType)
            .Append(method.ReturnType)
            .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : []);

    private static IEnumerable<TypeReference?> OfAttributes(ICustomAttributeProvider of) => of.CustomAttributes.SelectMany(attribute =>
        attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
        TypeSpecification of => Parts(of.ElementType),
        _ => [type],
    };

    [GeneratedRegex(
        @"^((public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*"
        + @"(class|record struct|record|struct|interface|enum|delegate [\w<>?\[\], ]+?) +(?<name>[A-Z]\w*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*@?using (static )?(\w+ = )?(?<name>PlanSearch\.[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}
