extension DatasetKind {
  /// The name of the list of the kind's own class names in `Datasets/classes`.
  var classListName: String {
    switch self {
    case .cityscapes: "cityscapes19"
    case .voc2007, .voc2012: "voc20"
    case .cocoStuff10k: "coco-stuff171"
    case .coco2014, .coco2017: "coco80"
    case .voc20, .voc21, .context59, .context60, .cocoStuff171, .cocoObject81, .ade20k150,
      .imageNetS50, .imageNetS300, .imageNetS919, .nusWide81, .folder:
      rawValue
    }
  }

  /// Where the data set is published, how it lies when unpacked, and how an experiment is told.
  var guide: String {
    switch self {
    case .voc20, .voc21:
      """
      PASCAL VOC 2012 is published at http://host.robots.ox.ac.uk/pascal/VOC/voc2012/
      as VOCtrainval_11-May-2012.tar. Unpacked, it holds
        VOCdevkit/VOC2012/ImageSets/Segmentation/val.txt
        VOCdevkit/VOC2012/JPEGImages/2007_000033.jpg …
        VOCdevkit/VOC2012/SegmentationClass/2007_000033.png …
      Say where it is: --data DIR with the folder that holds VOCdevkit, or --set dataset.root=DIR
      """
    case .voc2007, .voc2012:
      """
      PASCAL VOC is published at http://host.robots.ox.ac.uk/pascal/VOC/
      as VOCtrainval_06-Nov-2007.tar, VOCtest_06-Nov-2007.tar and VOCtrainval_11-May-2012.tar.
      Unpacked, they hold for each year
        VOCdevkit/VOC2007/ImageSets/Main/cat_test.txt …   a list a class: id and 1, 0 or -1 a line
        VOCdevkit/VOC2007/JPEGImages/000001.jpg …
      Say where it is: --data DIR with the folder that holds VOCdevkit, or --set dataset.root=DIR
      """
    case .coco2014, .coco2017:
      """
      COCO is published at https://cocodataset.org/#download
      as val2017.zip and annotations_trainval2017.zip, and the like for 2014. Unpacked into a folder coco:
        coco/annotations/instances_val2017.json
        coco/val2017/000000000139.jpg …                                    or images/val2017/
      Say where it is: --data DIR with the folder that holds coco, or --set dataset.root=DIR
      """
    case .nusWide81:
      """
      NUS-Wide's lists are published at https://lms.comp.nus.edu.sg/wp-content/uploads/2019/research/nuswide/NUS-WIDE.html
      and its photos are Flickr's, handed on by those who have them. Unpacked into a folder NUS-WIDE:
        NUS-WIDE/ImageList/TestImagelist.txt                                   actor\\0001_2124494179.jpg …
        NUS-WIDE/Groundtruth/TrainTestLabels/Labels_airport_Test.txt …         0 or 1 a line
        NUS-WIDE/Flickr/actor/0001_2124494179.jpg …                            or images/
      Photos that no longer exist are an error unless dataset.missingImages is leaveOut.
      Say where it is: --data DIR with the folder that holds NUS-WIDE, or --set dataset.root=DIR
      """
    case .context59, .context60:
      """
      PASCAL Context is published at https://cs.stanford.edu/~roozbeh/pascal-context/
      as trainval.tar.gz, and its photos at http://host.robots.ox.ac.uk/pascal/VOC/voc2010/
      as VOCtrainval_03-May-2010.tar. Unpacked, with the MATLAB files as published or the label maps
      that mmsegmentation makes, there are
        VOCdevkit/VOC2010/ImageSets/SegmentationContext/val.txt            or ImageSets/Main/val.txt
        VOCdevkit/VOC2010/JPEGImages/2008_000002.jpg …
        VOCdevkit/VOC2010/trainval/2008_000002.mat …                       as published, or
        VOCdevkit/VOC2010/SegmentationClassContext/2008_000002.png …   0 background, 1 to 59 classes
      Say where it is: --data DIR with the folder that holds VOCdevkit, or --set dataset.root=DIR
      """
    case .cocoStuff171, .cocoObject81:
      """
      COCO's photos are published at http://images.cocodataset.org/zips/val2017.zip
      and the label maps, linked from https://github.com/nightrome/cocostuff,
      as stuffthingmaps_trainval2017.zip. Unpacked into a folder coco_stuff164k, there are
        coco_stuff164k/images/val2017/000000000139.jpg …        or val2017/
        coco_stuff164k/annotations/val2017/000000000139.png …   or stuffthingmaps_trainval2017/val2017/
      Label maps need no conversion, and converted ones serve too where the published ones are not there.
      Say where it is: --data DIR with the folder that holds coco_stuff164k, or --set dataset.root=DIR
      """
    case .cocoStuff10k:
      """
      COCO-Stuff 10k is published at http://calvin.inf.ed.ac.uk/wp-content/uploads/data/cocostuffdataset/
      as cocostuff-10k-v1.1.zip. Unpacked into a folder coco_stuff10k, it holds
        coco_stuff10k/imageLists/test.txt
        coco_stuff10k/images/COCO_train2014_000000000077.jpg …
        coco_stuff10k/annotations/COCO_train2014_000000000077.mat …
      MATLAB files need no conversion, and label maps that mmsegmentation makes of them serve too.
      Say where it is: --data DIR with the folder that holds coco_stuff10k, or --set dataset.root=DIR
      """
    case .imageNetS50, .imageNetS300, .imageNetS919:
      """
      ImageNet-S is put together from ImageNet's photos and published masks by the scripts of
      https://github.com/LUSSeg/ImageNet-S, for example for 50 classes into
        ImageNetS50/validation/n01443537/ILSVRC2012_val_00000236.JPEG …
        ImageNetS50/validation-segmentation/n01443537/ILSVRC2012_val_00000236.png …
      Say where it is: --data DIR with the folder that holds ImageNetS50, or --set dataset.root=DIR
      """
    case .ade20k150:
      """
      ADE20K with 150 classes is published at
      http://data.csail.mit.edu/places/ADEchallenge/ADEChallengeData2016.zip
      (the full ADE20K is another archive). Unpacked, it holds
        ADEChallengeData2016/images/validation/ADE_val_00000001.jpg …
        ADEChallengeData2016/annotations/validation/ADE_val_00000001.png …
      Say where it is: --data DIR with the folder that holds ADEChallengeData2016, or
      --set dataset.root=DIR
      """
    case .cityscapes:
      """
      Cityscapes is published at https://www.cityscapes-dataset.com/downloads/
      as leftImg8bit_trainvaltest.zip and gtFine_trainvaltest.zip. Unpacked into a folder cityscapes,
      they hold
        cityscapes/leftImg8bit/val/frankfurt/frankfurt_000000_000294_leftImg8bit.png …
        cityscapes/gtFine/val/frankfurt/frankfurt_000000_000294_gtFine_labelIds.png …
      Say where it is: --data DIR with the folder that holds cityscapes, or --set dataset.root=DIR
      """
    case .folder:
      """
      A data set of the kind folder holds
        images/ID.jpg …   as `images` and `imageSuffix` say
        labels/ID.png …   as `labels` and `labelSuffix` say
      Say where it is: --set dataset.root=DIR
      """
    }
  }
}
