using AiOs.Contracts;

namespace AiOs.Bot.Composition;

/// <summary>The policy file of this host.</summary>
/// <param name="Path">Its whole path.</param>
internal sealed record PolicyFile(string Path)
{
    /// <summary>The file that is named, else the one beside the program.</summary>
    /// <param name="options">What is configured.</param>
    /// <param name="folder">Where a relative path starts.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ConfigurationException">A file is named that is not there.</exception>
    public static PolicyFile Of(PolicyOptions options, string folder)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            return new PolicyFile(System.IO.Path.Combine(AppContext.BaseDirectory, "manifests", "policies", "default.yaml"));
        }

        var path = System.IO.Path.GetFullPath(options.Path, folder);
        return File.Exists(path)
            ? new PolicyFile(path)
            : throw new ConfigurationException($"{PolicyOptions.Section}:Path is '{options.Path}', and there is no such file; name a policy file, or leave the key out for the one that came with the program.");
    }

    /// <summary>Reads the file.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Its text; nothing where the one beside the program was taken away, and then the built-in policy holds.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(Path) ? await File.ReadAllTextAsync(Path, cancellationToken) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"{Path} cannot be read; check that it is yours.", fault);
        }
    }
}
