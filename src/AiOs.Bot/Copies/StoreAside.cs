using System.Globalization;
using AiOs.Bot.Composition;
using AiOs.Bot.Hosting;
using AiOs.Contracts;
using AiOs.Contracts.Forgetting;

namespace AiOs.Bot.Copies;

/// <summary>
/// Puts the store that is there into a folder of its own, so that nothing is ever written over. Interrupted in the middle, it goes on into the
/// same folder. The key, the signed heads and what was mailed stay where they are.
/// </summary>
internal sealed class StoreAside(HostPlaces places, ICopyRegister register, TimeProvider time)
{
    private const string Whole = "aside.txt";

    /// <summary>Moves what is there.</summary>
    /// <returns>The folder; nothing where there was no store.</returns>
    public string? Move()
    {
        try
        {
            string[] there = [.. Parts()];
            if (there.Length == 0 && Begun() is null)
            {
                return null;
            }

            var aside = Begun() ?? NewFolder();
            foreach (var part in there)
            {
                Directory.Move(part, Path.Combine(aside, Path.GetFileName(part)));
            }

            PrivateFile.Replace(Path.Combine(aside, Whole), "The store that was here before a restore. Delete it once the restored one is right.\n"u8);
            return aside;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AiOsException($"The store in {places.Data} cannot be put aside; check the folder and its rights, then try again.", fault);
        }
    }

    private string? Begun() => Directory.Exists(places.Data)
        ? Directory.EnumerateDirectories(places.Data, "aside-*").FirstOrDefault(folder => !File.Exists(Path.Combine(folder, Whole)))
        : null;

    private string NewFolder()
    {
        var now = time.GetUtcNow();
        var folder = Path.Combine(places.Data, "aside-" + now.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        register.Add(new KnownCopy("aside", folder, 0, now));
        PrivateFile.MakeFolder(folder);
        return folder;
    }

    private IEnumerable<string> Parts()
    {
        var folder = Path.GetDirectoryName(places.Database)!;
        var name = Path.GetFileName(places.Database);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        // The log before the file: the file without its log is older, never newer, than what is put aside.
        return Directory.EnumerateFiles(folder, name + "*").OrderByDescending(file => file.Length)
            .Concat(new[] { Path.Combine(folder, "blobs"), places.Printed }.Where(Directory.Exists));
    }
}
