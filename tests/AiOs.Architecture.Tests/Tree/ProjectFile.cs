using System.Xml.Linq;

namespace AiOs.Architecture.Tests.Tree;

/// <summary>What one csproj says.</summary>
public sealed record ProjectFile
{
    public required string Path { get; init; }

    public required string Sdk { get; init; }

    public required IReadOnlyList<string> Projects { get; init; }

    public required IReadOnlyList<string> Packages { get; init; }

    public required IReadOnlyList<string> PackagesWithVersion { get; init; }

    public required IReadOnlyList<string> Frameworks { get; init; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!.Replace('\\', '/');

    public bool InSrc => Path.StartsWith("src/", StringComparison.Ordinal);

    public static ProjectFile Parse(string path, string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        var packages = root.Descendants("PackageReference").ToList();
        return new ProjectFile
        {
            Path = path,
            Sdk = (string?)root.Attribute("Sdk") ?? string.Empty,
            Projects = [.. Includes(root, "ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension).OfType<string>()],
            Packages = [.. Includes(root, "PackageReference")],
            PackagesWithVersion = [.. packages.Where(HasVersion).Select(package => (string?)package.Attribute("Include") ?? "?")],
            Frameworks = [.. Includes(root, "FrameworkReference")],
        };
    }

    private static IEnumerable<string> Includes(XElement root, string element) =>
        root.Descendants(element).Select(item => (string?)item.Attribute("Include")).OfType<string>();

    private static bool HasVersion(XElement package) =>
        package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null;
}
