using System.Runtime.Versioning;
using PeaceTracker.Services.Data;

namespace PeaceTracker.Tests.Data;

/// <summary>Room for a moment.</summary>
public sealed class ScratchTests
{
    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void OpenFile_ForACopy_IsItsOwnersAloneAndHasNoNameThatCouldStayBehind()
    {
        using var file = Scratch.OpenFile();
        file.Write("copy"u8);
        file.Position = 0;

        Assert.Equal((byte)'c', file.ReadByte());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
        Assert.False(File.Exists(file.Name));
    }
}
