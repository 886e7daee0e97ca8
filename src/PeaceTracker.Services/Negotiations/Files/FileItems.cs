using System.Collections;
using System.Text.Json;

namespace PeaceTracker.Services.Negotiations.Files;

/// <summary>The items of a list as places in the file. Each is parsed anew whenever it is asked for, and nobody but the caller keeps it.</summary>
/// <param name="file">The file, of which the parser has seen that it is JSON.</param>
internal sealed class FileItems(FileBytes file) : IReadOnlyList<FileNode>
{
    private readonly List<(int Start, int Length, int Line)> _places = [];

    public int Count => _places.Count;

    public FileNode this[int index]
    {
        get
        {
            var (start, length, line) = _places[index];
            try
            {
                return FileParser.Part(file, start, length, line);
            }
            catch (InvalidOperationException fault)
            {
                // It was text when the file was looked through, and is none now: the file was changed.
                throw new JsonException(fault.Message, fault);
            }
        }
    }

    /// <summary>Adds the place of a further item.</summary>
    public void Add(int start, int length, int line) => _places.Add((start, length, line));

    public IEnumerator<FileNode> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
