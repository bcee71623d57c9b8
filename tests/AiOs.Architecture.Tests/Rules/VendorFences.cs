using AiOs.Architecture.Tests.Tree;

namespace AiOs.Architecture.Tests.Rules;

/// <summary>Each outside library has one home; Polly has one beside each thing that is called over the network. Others see it neither as a package nor in a using.</summary>
public static class VendorFences
{
    private static readonly (string Vendor, string Home)[] Fences =
    [
        ("MailKit", "AiOs.Connectors"),
        ("MimeKit", "AiOs.Connectors"),
        ("ModelContextProtocol", "AiOs.Connectors"),
        ("Polly", "AiOs.Connectors or AiOs.Agents"),
        ("Microsoft.Data.Sqlite", "AiOs.Storage.Sqlite"),
        ("SQLitePCL", "AiOs.Storage.Sqlite"),
        ("MongoDB", "AiOs.Storage.Mongo"),
        ("Microsoft.SemanticKernel", "AiOs.Agents"),
        ("UglyToad.PdfPig", "AiOs.Connectors"),
        ("PdfPig", "AiOs.Connectors"),
        ("Ical.Net", "AiOs.Connectors"),
        ("Quartz", "AiOs.Jobs"),
        ("ScottPlot", "AiOs.Jobs"),
        ("SkiaSharp", "AiOs.Jobs"),
        ("Serilog", "AiOs.Bot"),
        ("System.CommandLine", "AiOs.Bot"),
        ("Telegram.Bot", "AiOs.Channels.Telegram"),
        ("Microsoft.Agents", "AiOs.Channels.Teams"),
        ("Microsoft.Identity.Client", "AiOs.Channels.Teams"),
        ("Microsoft.IdentityModel", "AiOs.Channels.Teams"),
        ("Microsoft.Bot", "AiOs.Channels.Teams"),
        ("AdaptiveCards", "AiOs.Channels.Teams"),
        ("YamlDotNet", "AiOs.Kernel"),
    ];

    public static Survey Packages(IEnumerable<ProjectFile> projects) =>
        Survey.Of(projects.SelectMany(project => project.Packages.Select(package => (project.Name, package))), Judge);

    public static Survey Usings(IEnumerable<SourceFile> sources) =>
        Survey.Of(sources.SelectMany(source => source.Usings.Select(name => (source.Project, name))), Judge);

    /// <summary>Contracts is the word list of all: a package there would be everybody's package.</summary>
    public static Survey Bare(IEnumerable<ProjectFile> projects) =>
        Survey.Of(
            projects.Where(project => project.Name == "AiOs.Contracts"),
            project => project.Packages.Concat(project.Frameworks).Select(name => $"AiOs.Contracts takes {name}; it takes nothing"));

    public static Survey WebFramework(IEnumerable<ProjectFile> srcProjects) =>
        Survey.Of(
            srcProjects,
            project => (project.Sdk.EndsWith(".Web", StringComparison.Ordinal) || project.Frameworks.Count > 0)
                && project.Name != "AiOs.Bot" && !project.Name.StartsWith("AiOs.Channels.", StringComparison.Ordinal),
            project => $"{project.Name} takes ASP.NET; only the host and the channels do");

    private static IEnumerable<string> Judge((string Project, string Used) use) =>
        Fences.Where(fence => IsOf(use.Used, fence.Vendor) && !fence.Home.Split(" or ").Contains(use.Project))
            .Select(fence => $"{use.Project} uses {use.Used}; its home is {fence.Home}");

    private static bool IsOf(string used, string vendor) =>
        used == vendor || used.StartsWith(vendor + ".", StringComparison.Ordinal);
}
