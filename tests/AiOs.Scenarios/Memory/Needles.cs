using System.Text;

namespace AiOs.Scenarios.Memory;

/// <summary>Byte strings that must be nowhere: each as UTF-8, as UTF-16, and as base64 at every alignment.</summary>
public sealed class Needles
{
    private readonly List<(string Name, byte[] Bytes)> _all = [];

    public Needles Add(string name, string text)
    {
        _all.Add((name + " as UTF-8", Encoding.UTF8.GetBytes(text)));
        _all.Add((name + " as UTF-16", Encoding.Unicode.GetBytes(text)));
        return Add(name, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Raw bytes, and what they look like inside of longer base64, without the letters that also depend on their neighbours.</summary>
    public Needles Add(string name, byte[] bytes)
    {
        _all.Add((name + " raw", bytes));
        for (var before = 0; before < 3; before++)
        {
            var whole = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var from = ((before * 8) + 5) / 6;
            var to = (before + bytes.Length) * 8 / 6;
            _all.Add(($"{name} as base64 after {before}", Encoding.ASCII.GetBytes(whole[from..to])));
        }

        return this;
    }

    /// <summary>Where which of them stands, in every file below some folders.</summary>
    public IReadOnlyList<string> In(params string[] folders)
    {
        var found = new List<string>();
        foreach (var file in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Where(file => !file.EndsWith(".sock", StringComparison.Ordinal)))
        {
            Files++;
            var bytes = File.ReadAllBytes(file);
            Bytes += bytes.Length;
            found.AddRange(_all.Where(one => bytes.AsSpan().IndexOf(one.Bytes) >= 0).Select(one => $"{one.Name} in {Path.GetFileName(file)}"));
        }

        return found;
    }

    public int Files { get; private set; }

    public long Bytes { get; private set; }
}
