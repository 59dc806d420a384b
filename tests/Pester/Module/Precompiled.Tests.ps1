# The copies in deps/ that contain machine code: complete, well-formed for their target, used by the hosts they are made for, and never needed.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    # What a runtime checks before it uses a file: the processor, combined with a number of the system, and the version of the format.
    $targets = @(
        @{ name = 'linux-x64-8'; machine = 0x8664 -bxor 0x7B79; format = 9 }
        @{ name = 'osx-arm64-8'; machine = 0xAA64 -bxor 0x4644; format = 9 }
        @{ name = 'win-x64-8'; machine = 0x8664; format = 9 }
        @{ name = 'linux-x64-10'; machine = 0x8664 -bxor 0x7B79; format = 16 }
        @{ name = 'osx-arm64-10'; machine = 0xAA64 -bxor 0x4644; format = 16 }
        @{ name = 'win-x64-10'; machine = 0x8664; format = 16 }
    )
    # None, where the compilers could not be restored.
    $none = -not (Get-ChildItem "$ModulePath/deps" -Directory)
    $own = "$([System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)-$([Environment]::Version.Major)"
    $foreign = $own -notin $targets.name
}

Describe 'Precompiled copies' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        $own = "$([System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier)-$([Environment]::Version.Major)"
        function Read-Assembly([string] $Path) {
            $reader = [System.Reflection.PortableExecutable.PEReader]::new([IO.MemoryStream]::new([IO.File]::ReadAllBytes($Path)))
            try {
                $metadata = [System.Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($reader)
                $native = $reader.PEHeaders.CorHeader.ManagedNativeHeaderDirectory
                $bytes = $native.Size ? $reader.GetSectionData($native.RelativeVirtualAddress).GetContent(0, 6) : $null
                [pscustomobject]@{
                    Machine   = [int] $reader.PEHeaders.CoffHeader.Machine
                    Signature = $bytes ? [Text.Encoding]::ASCII.GetString($bytes[0..2]) : $null
                    Format    = $bytes ? [BitConverter]::ToUInt16([byte[]] $bytes, 4) : $null
                    Module    = $metadata.GetGuid($metadata.GetModuleDefinition().Mvid)
                }
            }
            finally { $reader.Dispose() }
        }
        # In a process of its own: a read through the sandbox, and where the assemblies of the clients were loaded from.
        function Invoke-Read([string] $Module) {
            $result = Invoke-FreshPowerShell @"
                `$ErrorActionPreference = 'Stop'
                Import-Module '$Module/TrainingApis.psd1'
                Connect-TrainingSandbox
                (Get-CegosProduct -First 1).YearlyProductCode
                ([System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'TrainingApis').Assemblies.Location
"@
            $result.Error | Should -BeNullOrEmpty
            $result.ExitCode | Should -Be 0
            $result.Output -split '\r?\n'
        }
    }

    It 'are there for each target and for no other' -Skip:$none {
        (Get-ChildItem "$ModulePath/deps" -Directory).Name | Sort-Object | Should -Be ($targets.name | Sort-Object)
    } -ForEach @{ targets = $targets }

    It 'are well-formed, and made of the assemblies in deps: <name>' -Skip:$none -ForEach $targets {
        $copies = Get-ChildItem "$ModulePath/deps/$name/*.dll"
        $copies.Name | Should -Contain 'TrainingApis.Clients.dll'
        # Everything that no host has of its own.
        Get-ChildItem "$ModulePath/deps/*.dll" -Exclude System.* | Where-Object Name -NotIn $copies.Name | Should -BeNullOrEmpty
        foreach ($copy in $copies) {
            $read = Read-Assembly $copy.FullName
            $read.Signature, $read.Format, $read.Machine | Should -Be 'RTR', $format, $machine -Because $copy.Name
            $read.Module | Should -Be (Read-Assembly "$ModulePath/deps/$($copy.Name)").Module -Because $copy.Name
        }
    }

    It 'are what this host loads' -Skip:($none -or $foreign) {
        $code, $locations = Invoke-Read $ModulePath
        $code | Should -Be '202561072'
        $locations.Count | Should -BeGreaterThan 5
        $locations | Where-Object { $_ -notlike "*$own*" } | Should -BeNullOrEmpty
    }

    It 'are not needed where they do not load: <what>' -ForEach @(
        @{ what = 'no assembly'; from = $null }
        @{ what = 'an assembly that is cut off'; from = 'TrainingApis.Abstractions.dll'; cut = 2000 }
    ) {
        $copy = "$TestDrive/$([guid]::NewGuid())/TrainingApis"
        $null = New-Item -ItemType Directory $copy
        Copy-Item "$ModulePath/*" $copy -Recurse
        $null = New-Item -ItemType Directory "$copy/deps/$own" -Force
        $bytes = $from ? [IO.File]::ReadAllBytes("$ModulePath/$from") : [Text.Encoding]::UTF8.GetBytes('This is text.')
        if ($cut) { $bytes = $bytes[0..($cut - 1)] }
        [IO.File]::WriteAllBytes("$copy/deps/$own/TrainingApis.Clients.dll", $bytes)
        $code, $locations = Invoke-Read $copy
        $code | Should -Be '202561072'
        $locations | Where-Object { $_ -like '*TrainingApis.Clients.dll' } | Should -Be (Join-Path $copy 'deps' 'TrainingApis.Clients.dll')
    }

    It 'are not needed where they are made for another target' -Skip:$none {
        $copy = "$TestDrive/foreign/TrainingApis"
        $null = New-Item -ItemType Directory $copy
        Copy-Item "$ModulePath/*" $copy -Recurse
        $null = New-Item -ItemType Directory "$copy/deps/$own" -Force
        $other = $IsMacOS ? 'win-x64-10' : 'osx-arm64-10'
        Copy-Item "$copy/deps/$other/*" "$copy/deps/$own"
        $code, $locations = Invoke-Read $copy
        $code | Should -Be '202561072'
        $locations | Where-Object { $_ -like '*TrainingApis.*' -and $_ -like "*$own*" } | Should -BeNullOrEmpty
    }
}
