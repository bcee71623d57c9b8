using System.Text.RegularExpressions;
using System.Xml.Linq;
using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>Versions have one place, every project is in the solution, and no file names where packages come from.</summary>
public static partial class BuildFiles
{
    public static Survey NoVersions(IEnumerable<ProjectFile> projects) =>
        Survey.Of(projects, project => project.PackagesWithVersion.Select(package => $"{project.Path} gives {package} a version; Directory.Packages.props does that"));

    public static Survey Pinned(IEnumerable<ProjectFile> projects, string packagesProps)
    {
        var pins = XDocument.Parse(packagesProps).Descendants("PackageVersion").ToDictionary(
            pin => (string)pin.Attribute("Include")!, pin => (string)pin.Attribute("Version")!);
        var floating = pins.Where(pin => !ExactVersion().IsMatch(pin.Value)).Select(pin => $"{pin.Key} {pin.Value} is no exact version");
        var unpinned = Survey.Of(
            projects.SelectMany(project => project.Packages.Select(package => (project.Path, package))),
            use => !pins.ContainsKey(use.package),
            use => $"{use.Path} uses {use.package}, which has no pin");
        return unpinned with { Complaints = [.. unpinned.Complaints, .. floating] };
    }

    public static Survey InSolution(IEnumerable<ProjectFile> projects, string solution)
    {
        var listed = SolutionProject().Matches(solution).Select(match => match.Groups[1].Value.Replace('\\', '/')).ToHashSet();
        var paths = projects.Select(project => project.Path).ToList();
        var absent = Survey.Of(paths, path => !listed.Contains(path), path => $"{path} is not in the solution");
        return absent with { Complaints = [.. absent.Complaints, .. listed.Except(paths).Select(path => $"the solution lists {path}, which is not there")] };
    }

    public static Survey Locked(IEnumerable<ProjectFile> projects, IReadOnlyCollection<string> lockFiles) =>
        Survey.Of(projects, project => !lockFiles.Contains(project.Folder + "/packages.lock.json"), project => $"{project.Name} has no packages.lock.json");

    /// <summary>A lock file or a project that names a host builds nowhere but where that host is reached.</summary>
    public static Survey NoHosts(IEnumerable<(string Path, string Text)> files) =>
        Survey.Of(files, file => Address().Matches(file.Text).Select(match => $"{file.Path} names {match.Value}"));

    /// <summary>npm writes download addresses into its lock unless told not to.</summary>
    public static Survey NoNpmAddresses(IEnumerable<(string Path, string Text)> lockFiles) =>
        Survey.Of(lockFiles, file => file.Text.Contains("\"resolved\"", StringComparison.Ordinal), file => $"{file.Path} holds \"resolved\": see tests/peers/.npmrc");

    [GeneratedRegex(@"^\d+(\.\d+){1,3}(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();

    [GeneratedRegex(@"""([^""]+\.csproj)""")]
    private static partial Regex SolutionProject();

    [GeneratedRegex(@"(https?://(?!schemas\.)|nuget\.org|npmjs\.org|/work/|/root/|/home/)[\w./-]*")]
    private static partial Regex Address();
}
