namespace AiOs.Kernel.Policy.Reading.Yaml;

/// <summary>A part of the file and where it stands, both counted from 1.</summary>
internal abstract record TreeNode(int Line, int Column)
{
    /// <param name="Line">Where it stands.</param>
    /// <param name="Column">Where it stands.</param>
    /// <param name="Text">What is written.</param>
    /// <param name="Plain">Whether it is written without quotes.</param>
    internal sealed record Scalar(int Line, int Column, string Text, bool Plain) : TreeNode(Line, Column);

    /// <param name="Line">Where it begins.</param>
    /// <param name="Column">Where it begins.</param>
    /// <param name="Block">Whether it is written with a dash per line.</param>
    /// <param name="Items">The parts.</param>
    internal sealed record List(int Line, int Column, bool Block, IReadOnlyList<TreeNode> Items) : TreeNode(Line, Column);

    /// <param name="Line">Where it begins.</param>
    /// <param name="Column">Where it begins.</param>
    /// <param name="Block">Whether it is written with a key per line.</param>
    /// <param name="Entries">In the order of the file; no key twice.</param>
    internal sealed record Map(int Line, int Column, bool Block, IReadOnlyList<TreeEntry> Entries) : TreeNode(Line, Column);
}
